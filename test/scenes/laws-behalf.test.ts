import { keepsTheLaws } from "./laws.ts";

keepsTheLaws("behalf");
