import { keepsTheLaws } from "./laws.ts";

keepsTheLaws("correction");
