import { trailOf } from '@efi/audit-plugin';
import { encryptionCommand, encryptionCommands } from '@efi/gdpr-plugin';
import { runningDatabase } from '../audit/running-database';
import { encryptionOptions } from '../config/encryption';
import { loadEnv } from '../env';
import { runProcess } from '../lifecycle/run-process';

/** Encrypts, decrypts or rotates while the shop runs. What was stopped goes on when it is called again. */
runProcess(async () => {
    const command = encryptionCommands.find(name => name === process.argv[2]);
    if (!command) {
        process.stderr.write(`Say which of these to do: ${encryptionCommands.join(', ')}.\n`);
        process.exit(1);
    }
    const env = loadEnv();
    const options = encryptionOptions(env);
    if (!options) {
        process.stderr.write('ENCRYPTION is off. Set it for all servers and workers first.\n');
        process.exit(1);
    }
    const url = env.DATABASE_OWNER_URL ?? env.DATABASE_URL ?? runningDatabase(env);
    await encryptionCommand(url, options, command, line => process.stdout.write(`${line}\n`), trailOf);
    process.exit(0);
});
