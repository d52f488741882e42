import type { Provider } from "../../token-kind.ts";

/** Tokens of Amazon Web Services. */
export const aws: Provider = {
  name: "Amazon Web Services",
  documentation: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
  kinds: [
    {
      kind: "aws-amazon-bedrock-api-key-long-lived",
      title: "Amazon Web Services aws amazon bedrock API key long lived",
      pattern: "ABSK[A-Za-z0-9+/]{109,269}={0,2}",
      proof: "entropy",
      match: ["AMAZON_WEB_SERVICES_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "aws-amazon-bedrock-api-key-short-lived",
      title: "Amazon Web Services aws amazon bedrock API key short lived",
      pattern: "bedrock-api-key-(?:YmVkcm9jay5hbWF6b25hd3MuY29t)",
      proof: "structure",
      match: ["AMAZON_WEB_SERVICES_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "aws-access-key-id",
      title: "AWS access key id",
      pattern: "(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}",
      keywords: ["A3T", "AKIA", "ASIA", "ABIA", "ACCA"],
      proof: "structure",
      match: ["AMAZON_WEB_SERVICES_API_KEY=«»", 'connect("«»")'],
      noMatch: ['"«short»"', '"«masked»"', "x«»"],
    },
    {
      kind: "aws-secret-access-key",
      title: "AWS secret access key",
      pattern: "[A-Za-z0-9/+]{40}",
      names: ["aws", "amazon", "secret_access_key", "secret-access-key", "secretaccesskey", "secretkey", "secret_key"],
      proof: "context",
      match: ["AWS_SECRET=«»", 'aws_secret: "«»"'],
      noMatch: ['colour = "«»"', "AWS_SECRET=«masked»"],
    },
  ],
};
