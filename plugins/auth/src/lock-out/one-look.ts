import { queryPrepared } from '@efi/plugin-kit';
import {
    type ID,
    type Injector,
    NativeAuthenticationStrategy,
    type RequestContext,
    TransactionalConnection,
    User,
} from '@vendure/core';

const HASH = `SELECT "passwordHash" AS hash FROM authentication_method
               WHERE "userId" = $1 AND type = 'NativeAuthenticationMethod'`;

/** What is used of Vendure's strategy, which is private to it. */
interface Inside {
    passwordCipher?: { readonly check?: (password: string, hash: string) => Promise<boolean> };
    getDummyPasswordHash?: () => Promise<string>;
}

/** What was put in before: a process may begin several applications with one configuration, each with its database. */
const ours = new WeakSet<object>();

/**
 * Has Vendure's strategy look a password's hash up in one statement. Its own way takes three, of which two read the
 * account that was read just before. As there, one hash is computed whatever is found, so that the time it takes does not
 * tell who has a password. A strategy with a way of its own keeps it.
 */
export function lookOnce(native: NativeAuthenticationStrategy, injector: Injector): void {
    const { passwordCipher, getDummyPasswordHash } = native as unknown as Inside;
    const check = passwordCipher?.check?.bind(passwordCipher);
    const dummy = getDummyPasswordHash?.bind(native);
    const method = methodOf(native);
    const isKnown = method === methodOf(NativeAuthenticationStrategy.prototype) || ours.has(method);
    if (!check || !dummy || !isKnown) {
        return;
    }
    const connection = injector.get(TransactionalConnection);
    const verify = async (ctx: RequestContext, userId: ID, password: string): Promise<boolean> => {
        const { manager } = connection.getRepository(ctx, User);
        const [found] = await queryPrepared<{ hash: string | null }>(manager, HASH, [userId]);
        const stored = found?.hash;
        const matches = await check(password, stored || (await dummy()));
        return matches && Boolean(stored);
    };
    native.verifyUserPassword = verify;
    ours.add(verify);
}

function methodOf(strategy: NativeAuthenticationStrategy): object {
    return Reflect.get(strategy, 'verifyUserPassword');
}
