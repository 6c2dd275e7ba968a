// The shortest pipeline: what is tested here is what lies around it.
import { findBlocks } from '../../dist/src/2-segment/find-blocks/find-blocks.js';
import { pipeline } from '../../dist/src/pipeline/pipeline.js';

export default () => pipeline().use(findBlocks());
