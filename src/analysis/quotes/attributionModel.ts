import written from "./attributionModel.json" with { type: "json" };
import { type AttributionModel, readModel } from "./attributionModelForm.js";

/** The model that is shipped; npm run train:speakers makes it. */
export const ATTRIBUTION_MODEL: AttributionModel = readModel(written);
