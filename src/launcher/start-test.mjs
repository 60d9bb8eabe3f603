#!/usr/bin/env node
import { nodeProblem } from './supported-node.mjs';

/* `npm test`. Like start.mjs, it looks at Node's version before anything else is loaded. */
const problem = nodeProblem(process.versions.node);
if (problem) {
    process.stderr.write(problem + '\n');
    process.exitCode = 1;
} else {
    import('./test-run.mjs').then(function (module) {
        return module.runTests(process.argv.slice(2));
    });
}
