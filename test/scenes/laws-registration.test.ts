import { keepsTheLaws } from "./laws.ts";

keepsTheLaws("registration");
