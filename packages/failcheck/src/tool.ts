/** The name and version that every report carries. */
export const version = "0.1.0";

export const toolName = `failcheck ${version}`;
