import { verifyTrail } from '@efi/audit-plugin';
import { Client } from 'pg';
import { verifyOptions } from '../config/audit';
import { DatabaseUnavailableError } from '../database/database-unavailable.error';
import { loadEnv } from '../env';
import { runProcess } from '../lifecycle/run-process';
import { runningDatabase } from './running-database';

/** Reads the whole audit trail. Ends with exit code 1, and the first bad row named, when it is not what was written. */
runProcess(async () => {
    const env = loadEnv();
    const url = env.DATABASE_OWNER_URL ?? env.DATABASE_URL ?? runningDatabase(env);
    const client = new Client({ connectionString: url, application_name: 'efi-audit-verify' });
    await client.connect().catch((error: unknown) => {
        throw DatabaseUnavailableError.from(url, error);
    });
    const report = await verifyTrail(
        async <Row>(sql: string, parameters: readonly unknown[] = []) =>
            (await client.query<Row & object>(sql, [...parameters])).rows as Row[],
        verifyOptions(env),
    );
    await client.end();
    const read = `${report.links} entries and ${report.anchors} anchors in ${report.milliseconds} ms`;
    if (report.waiting > 0) {
        process.stderr.write(
            `${report.waiting} entries wait to be linked for over a minute: no worker runs.\n`,
        );
    }
    if (report.ok) {
        process.stdout.write(`The audit trail is whole: ${read}.\n`);
        process.exit(0);
    }
    process.stderr.write(`The audit trail was tampered with. The first bad row: ${report.first?.message}\n`);
    for (const fault of report.faults.filter(other => other !== report.first)) {
        process.stderr.write(`Also: ${fault.message}\n`);
    }
    process.stderr.write(`Read ${read}.\n`);
    process.exit(1);
});
