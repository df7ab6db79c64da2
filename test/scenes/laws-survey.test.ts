import { surveyTalk } from "./after-talks.ts";
import { keepsTheLaws } from "./laws.ts";

keepsTheLaws(surveyTalk("feedback"));
keepsTheLaws(surveyTalk("after"));
keepsTheLaws(surveyTalk("quarter"));
