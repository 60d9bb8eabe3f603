import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { LessThan } from 'typeorm';
import type { Audience } from '../../tokens/domain/audience';
import { hashOf } from '../../tokens/tokens.options';
import { EfiAuthSignInCode } from './sign-in-code.entity';

/** Milliseconds from the way back to the page that takes the code. */
const LIFE = 60_000;

/** A sign-in that ended well at a provider. */
export interface ProvenSignIn {
    readonly audience: Audience;
    readonly userId: ID;
    readonly isStrong: boolean;
}

/** What takes a code: itself, and what the page that began has kept from everybody. */
export interface GivenCode {
    readonly code: string;
    readonly verifier: string;
}

/**
 * Codes by which a page gets the session of a sign-in with a provider. The browser carries one in an address, so it is
 * good once, for a minute, and for nothing without the secret of the page that began. They lie in PostgreSQL, so that
 * any server can take one.
 */
@Injectable()
export class SignInCodes {
    constructor(private readonly connection: TransactionalConnection) {}

    /** @param challenge - SHA-256 of the page's secret, in base64url. */
    async give(ctx: RequestContext, proven: ProvenSignIn, challenge: string): Promise<string> {
        const now = Date.now();
        const code = randomBytes(32).toString('base64url');
        const repository = this.connection.getRepository(ctx, EfiAuthSignInCode);
        await repository.delete({ expiresAt: LessThan(new Date(now)) });
        await repository.insert({
            ...proven,
            codeHash: hashOf(code),
            challenge,
            expiresAt: new Date(now + LIFE),
        });
        return code;
    }

    /** Uses a code up, whatever comes of it. @returns nothing for one that is not good here, or no longer. */
    async take(
        ctx: RequestContext,
        audience: Audience,
        { code, verifier }: GivenCode,
    ): Promise<ProvenSignIn | undefined> {
        const gone = await this.connection
            .getRepository(ctx, EfiAuthSignInCode)
            .createQueryBuilder()
            .delete()
            .where({ codeHash: hashOf(code), audience })
            .returning('*')
            .execute();
        const [row] = gone.raw as EfiAuthSignInCode[];
        const isGood = row && row.expiresAt.getTime() > Date.now() && answers(verifier, row.challenge);
        return isGood ? { audience, userId: row.userId, isStrong: row.isStrong } : undefined;
    }
}

function answers(verifier: string, challenge: string): boolean {
    const given = createHash('sha256').update(verifier).digest();
    const wanted = Buffer.from(challenge, 'base64url');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
}
