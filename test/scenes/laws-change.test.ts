import { keepsTheLaws } from "./laws.ts";

keepsTheLaws("change");
