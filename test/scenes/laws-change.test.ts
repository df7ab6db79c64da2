import { formTalk } from "./form-talk.ts";
import { keepsTheLaws } from "./laws.ts";

keepsTheLaws(formTalk("change"));
