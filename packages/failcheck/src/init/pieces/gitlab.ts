import { inCi } from "../commands.ts";
import type { Piece } from "../piece.ts";
import { append, yamlFile, yamlText } from "../yaml-file.ts";

const template = ".gitlab/failcheck.yml";
const pipeline = ".gitlab-ci.yml";

const text = `failcheck:
  image: node:24
  variables:
    GIT_DEPTH: "0" # every commit of the range is looked at
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - when: always
  script:
    - npm ci --ignore-scripts
    - ${inCi} --output gitlab=gl-code-quality-report.json --output junit=failcheck.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: failcheck.xml
`;

/** A template of a job, and the line that includes it in the pipeline. */
export const gitlab: Piece = {
  name: "gitlab",
  about: `${template}, included by ${pipeline}`,
  suits: ({ host, read }) => host === "gitlab" || read(pipeline) !== undefined,
  files(project) {
    const document = yamlFile(project, pipeline);
    const included = project.read(pipeline)?.includes(template) === true;
    if (!included) append(document, ["include"], { local: template });
    return [{ path: template, text, whole: true }, ...(included ? [] : [{ path: pipeline, text: yamlText(document) }])];
  },
  next: () => ["on GitLab, let merge requests need the pipeline: Settings, Merge requests, Pipelines must succeed"],
};
