import type { Provider } from "../../token-kind.ts";
import { anthropic } from "./anthropic.ts";
import { assemblyai } from "./assemblyai.ts";
import { cerebras } from "./cerebras.ts";
import { cohere } from "./cohere.ts";
import { cursor } from "./cursor.ts";
import { deepgram } from "./deepgram.ts";
import { deepinfra } from "./deepinfra.ts";
import { deepseek } from "./deepseek.ts";
import { devin } from "./devin.ts";
import { e2b } from "./e2b.ts";
import { elevenlabs } from "./elevenlabs.ts";
import { exa } from "./exa.ts";
import { firecrawl } from "./firecrawl.ts";
import { fireworks } from "./fireworks.ts";
import { greptile } from "./greptile.ts";
import { groq } from "./groq.ts";
import { huggingface } from "./huggingface.ts";
import { jina } from "./jina.ts";
import { kimi } from "./kimi.ts";
import { langchain } from "./langchain.ts";
import { langfuse } from "./langfuse.ts";
import { lighton } from "./lighton.ts";
import { minimax } from "./minimax.ts";
import { mistral } from "./mistral.ts";
import { modal } from "./modal.ts";
import { nvidia } from "./nvidia.ts";
import { ollama } from "./ollama.ts";
import { openai } from "./openai.ts";
import { openrouter } from "./openrouter.ts";
import { perplexity } from "./perplexity.ts";
import { pinecone } from "./pinecone.ts";
import { privateai } from "./privateai.ts";
import { replicate } from "./replicate.ts";
import { runpod } from "./runpod.ts";
import { stabilityai } from "./stabilityai.ts";
import { tavily } from "./tavily.ts";
import { togetherai } from "./togetherai.ts";
import { upstage } from "./upstage.ts";
import { voyage } from "./voyage.ts";
import { wakatime } from "./wakatime.ts";
import { weightsandbiases } from "./weightsandbiases.ts";
import { xai } from "./xai.ts";
import { zai } from "./zai.ts";

/** Providers on the subject of ai. */
export const aiProviders: readonly Provider[] = [
  anthropic,
  assemblyai,
  cerebras,
  cohere,
  cursor,
  deepgram,
  deepinfra,
  deepseek,
  devin,
  e2b,
  elevenlabs,
  exa,
  firecrawl,
  fireworks,
  greptile,
  groq,
  huggingface,
  jina,
  kimi,
  langchain,
  langfuse,
  lighton,
  minimax,
  mistral,
  modal,
  nvidia,
  ollama,
  openai,
  openrouter,
  perplexity,
  pinecone,
  privateai,
  replicate,
  runpod,
  stabilityai,
  tavily,
  togetherai,
  upstage,
  voyage,
  wakatime,
  weightsandbiases,
  xai,
  zai,
];
