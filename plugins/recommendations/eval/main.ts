import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Data } from './data';
import { moviesFile, readMovieLens } from './movielens';
import { onlineRetailFile, readOnlineRetail } from './online-retail';
import { evaluateAt, Result } from './protocol';
import { table } from './report';

const usage = `Usage: npm run eval -w plugins/recommendations -- <data folder> [--cut 0.8,0.9] [--json file]

The data folder (or EFI_DATASET_DIR) holds ${onlineRetailFile} and, or, ${moviesFile} with its .rdx beside it,
as in /usr/lib/R/site-library/dslabs/data of Debian's r-cran-dslabs.`;

void main(process.argv.slice(2)).then(code => (process.exitCode = code));

async function main(args: readonly string[]): Promise<number> {
    const folder = args.find((arg, at) => !arg.startsWith('--') && !args[at - 1]?.startsWith('--'));
    const found = await read(folder ?? process.env.EFI_DATASET_DIR);
    if (found.length === 0) {
        console.error(`No data to evaluate on.\n\n${usage}`);
        return 2;
    }
    const cuts = (option(args, '--cut') ?? '0.8,0.9').split(',').map(Number);
    const results: Result[] = [];
    for (const data of found) {
        for (const cut of cuts) {
            const result = evaluateAt(data, cut, model =>
                console.error(`${data.name}, cut ${cut}: ${model}`),
            );
            results.push(result);
            console.log(table(result));
        }
    }
    const json = option(args, '--json');
    if (json) {
        mkdirSync(path.dirname(path.resolve(json)), { recursive: true });
        writeFileSync(json, `${JSON.stringify(results, null, 4)}\n`);
    }
    return 0;
}

async function read(folder: string | undefined): Promise<Data[]> {
    const has = (file: string) => folder !== undefined && existsSync(path.join(folder, file));
    return [
        ...(has(onlineRetailFile) ? [await readOnlineRetail(folder!)] : []),
        ...(has(moviesFile) ? [readMovieLens(folder!)] : []),
    ];
}

function option(args: readonly string[], name: string): string | undefined {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
}
