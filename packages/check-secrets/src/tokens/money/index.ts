import type { Provider } from "../../token-kind.ts";
import { adyen } from "./adyen.ts";
import { asaas } from "./asaas.ts";
import { bitcoin } from "./bitcoin.ts";
import { bittrex } from "./bittrex.ts";
import { braintree } from "./braintree.ts";
import { checkout } from "./checkout.ts";
import { coinbase } from "./coinbase.ts";
import { duffel } from "./duffel.ts";
import { easypost } from "./easypost.ts";
import { ebay } from "./ebay.ts";
import { ethereum } from "./ethereum.ts";
import { etsy } from "./etsy.ts";
import { finicity } from "./finicity.ts";
import { finnhub } from "./finnhub.ts";
import { flutterwave } from "./flutterwave.ts";
import { freshbooks } from "./freshbooks.ts";
import { gocardless } from "./gocardless.ts";
import { gumroad } from "./gumroad.ts";
import { highnote } from "./highnote.ts";
import { kraken } from "./kraken.ts";
import { kucoin } from "./kucoin.ts";
import { lob } from "./lob.ts";
import { mercury } from "./mercury.ts";
import { midtrans } from "./midtrans.ts";
import { mollie } from "./mollie.ts";
import { paddle } from "./paddle.ts";
import { paypal } from "./paypal.ts";
import { plaid } from "./plaid.ts";
import { polar } from "./polar.ts";
import { polymarket } from "./polymarket.ts";
import { rainforestpay } from "./rainforestpay.ts";
import { ramp } from "./ramp.ts";
import { razorpay } from "./razorpay.ts";
import { shippo } from "./shippo.ts";
import { shopify } from "./shopify.ts";
import { square } from "./square.ts";
import { squarespace } from "./squarespace.ts";
import { stripe } from "./stripe.ts";

/** Providers on the subject of money. */
export const moneyProviders: readonly Provider[] = [
  adyen,
  asaas,
  bitcoin,
  bittrex,
  braintree,
  checkout,
  coinbase,
  duffel,
  easypost,
  ebay,
  ethereum,
  etsy,
  finicity,
  finnhub,
  flutterwave,
  freshbooks,
  gocardless,
  gumroad,
  highnote,
  kraken,
  kucoin,
  lob,
  mercury,
  midtrans,
  mollie,
  paddle,
  paypal,
  plaid,
  polar,
  polymarket,
  rainforestpay,
  ramp,
  razorpay,
  shippo,
  shopify,
  square,
  squarespace,
  stripe,
];
