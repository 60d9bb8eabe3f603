import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { FeatureVector } from '../src/domain/features';
import { type FraudModel, score } from '../src/domain/models/fraud-model';
import { type FraudKind, fraudKinds } from './events';
import { runExperiment } from './experiment';
import { measureIonosphere } from './ionosphere';
import { ionosphereReport, report, summary } from './report';
import { ruleOdds } from './rules';

const usage = `Usage: npm run simulate -w plugins/fraud -- [options]

  --seeds 1,2,3        one world each
  --unseen ${fraudKinds.join('|')}|each|none
                       a kind of fraud that begins only after the training; "each": one world for each kind
  --shoppers 12000  --days 280  --trained-on 200
  --ionosphere FILE    only measure the isolation forest on ionosphere.arff, beside scikit-learn's figure
  --json FILE          write all results there too`;

process.exitCode = main();

function main(): number {
    const { values } = parseArgs({
        options: {
            seeds: { type: 'string', default: '1,2,3' },
            unseen: { type: 'string', default: 'accountTakeover' },
            shoppers: { type: 'string', default: '12000' },
            days: { type: 'string', default: '280' },
            'trained-on': { type: 'string', default: '200' },
            ionosphere: { type: 'string' },
            json: { type: 'string' },
            help: { type: 'boolean', default: false },
        },
    });
    const write = (results: unknown) => {
        if (values.json) {
            writeFileSync(fromHere(values.json), `${JSON.stringify(results, null, 4)}\n`);
        }
    };
    if (values.ionosphere) {
        const result = measureIonosphere(readFileSync(fromHere(values.ionosphere), 'utf8'));
        console.log(ionosphereReport(result));
        write(result);
        return result.isWithin ? 0 : 1;
    }
    const seeds = values.seeds.split(',').map(Number);
    const unseen = kindsUnseen(values.unseen);
    const size = {
        shoppers: Number(values.shoppers),
        days: Number(values.days),
        trainedOnDay: Number(values['trained-on']),
    };
    if (
        values.help ||
        !unseen ||
        [...seeds, ...Object.values(size)].some(value => !Number.isInteger(value))
    ) {
        console.error(usage);
        return values.help ? 0 : 2;
    }
    console.log('All of this is simulated: made-up shoppers and frauds, see simulate/README.md.\n');
    const experiments = unseen.flatMap(kind =>
        seeds.map(seed => {
            const experiment = runExperiment({ seed, ...size, ...(kind ? { unseen: kind } : {}) }, timed);
            console.log(report(experiment));
            return experiment;
        }),
    );
    console.log(summary(experiments));
    write(experiments);
    return 0;
}

function kindsUnseen(name: string): ReadonlyArray<FraudKind | undefined> | undefined {
    const one = fraudKinds.find(kind => kind === name);
    return name === 'each' ? fraudKinds : name === 'none' ? [undefined] : one && [one];
}

/** npm runs scripts in the package's folder: files are meant from where it was called. */
function fromHere(file: string): string {
    return path.resolve(process.env.INIT_CWD ?? '.', file);
}

/** Microseconds for one score with its reasons, once warm. */
function timed(model: FraudModel, features: readonly FeatureVector[]): number {
    const all = () => features.forEach(of => score(model, of, ruleOdds(of)));
    all();
    const before = process.hrtime.bigint();
    all();
    return Number(process.hrtime.bigint() - before) / 1000 / features.length;
}
