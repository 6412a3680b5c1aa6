export { type Measure, type MeasureRecord, type Measured, type Period, measures } from "./measure.ts";
