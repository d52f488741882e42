import type { Provider } from "../../token-kind.ts";

/** Tokens of Cloudinary. */
export const cloudinary: Provider = {
  name: "Cloudinary",
  documentation: "https://cloudinary.com/documentation/finding_your_credentials_tutorial",
  kinds: [
    {
      kind: "cloudinary-api-secret",
      title: "Cloudinary API secret",
      pattern: "[A-Za-z0-9_-]{27,32}",
      names: ["cloudinary"],
      proof: "context",
      match: ["CLOUDINARY_SECRET=«»", 'cloudinary_secret: "«»"'],
      noMatch: ['colour = "«»"', "CLOUDINARY_SECRET=«masked»"],
    },
  ],
};
