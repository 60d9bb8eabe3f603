#!/usr/bin/env node
import { nodeProblem } from './supported-node.mjs';

/*
 * `npm start`. Nothing is installed yet and Node may be any version, so this file and what it imports statically
 * keep to old syntax and to Node's own modules; the rest is loaded once the version is known to fit.
 */
const problem = nodeProblem(process.versions.node);
if (problem) {
    process.stderr.write(problem + '\n');
    process.exitCode = 1;
} else {
    import('./launch.mjs').then(function (module) {
        return module.launch(process.argv.slice(2));
    });
}
