/** Whether the text is an object or array in JSON. */
export function holdsJson(text: string): boolean {
  const start = text.trimStart().charAt(0);
  if (start !== "{" && start !== "[") return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    // a string that is no JSON is the common case, and no defect
    return false;
  }
}
