import { type AnalysisOptions, analysis } from './analysis.ts';

/** What every document of an archive goes through. Worker threads load it by its address. */
export default (options: AnalysisOptions) => analysis(options);
