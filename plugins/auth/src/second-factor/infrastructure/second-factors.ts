import { Inject, Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { createHmac, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { IsNull, LessThan, Not } from 'typeorm';
import { seal, unseal } from '../../tokens/infrastructure/sealed-box';
import { plainRecoveryCode, RECOVERY_BYTES, recoveryCode } from '../domain/recovery-code';
import { SecondFactorError } from '../second-factor.error';
import { SECOND_FACTOR_SETTINGS, type SecondFactorSettings } from '../second-factor.options';
import { CodeLimits } from './code-limits';
import { EfiAuthRecoveryCode } from './recovery-code.entity';
import { EfiAuthSecondFactor } from './second-factor.entity';
import { UsedTwice } from './used-twice';

const RECOVERY_CODES = 10;
const TOTP = /^\d{6}$/;
/** Seconds that a clock may be off either way: one code. */
const TOLERANCE = 30;

/** Authenticator apps (TOTP, RFC 6238) and recovery codes of accounts. */
@Injectable()
export class SecondFactors {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly limits: CodeLimits,
        private readonly usedTwice: UsedTwice,
        @Inject(SECOND_FACTOR_SETTINGS) private readonly settings: SecondFactorSettings | undefined,
    ) {}

    /** Whether the account has to show one. Asked of the database also when the feature is off: then nobody gets by. */
    isOn(ctx: RequestContext, userId: ID): Promise<boolean> {
        return this.factors(ctx).existsBy({ userId, confirmedAt: Not(IsNull()) });
    }

    recoveryCodesLeft(ctx: RequestContext, userId: ID): Promise<number> {
        return this.connection.getRepository(ctx, EfiAuthRecoveryCode).countBy({ userId });
    }

    /**
     * Makes a new secret, to be confirmed with a code. One that was not confirmed yet is replaced.
     *
     * @returns the address that apps take by QR code.
     * @throws SecondFactorError when there is a confirmed one: it has to end first.
     */
    async begin(ctx: RequestContext, userId: ID, account: string): Promise<{ secret: string; uri: string }> {
        const { name, secrets } = this.known();
        if (await this.isOn(ctx, userId)) {
            throw new SecondFactorError('SECOND_FACTOR_REQUIRED');
        }
        const secret = generateSecret();
        const sealedSecret = seal(Buffer.from(secret), secrets.shared, labelOf(userId));
        await this.factors(ctx).save({ userId, sealedSecret, confirmedAt: null, lastStep: 0 });
        return { secret, uri: generateURI({ issuer: name, label: account, secret }) };
    }

    /**
     * The owner shows that the app works: from now on it is asked for.
     *
     * @returns the recovery codes, which nobody sees again.
     */
    async confirm(ctx: RequestContext, userId: ID, code: string): Promise<string[]> {
        const right = await this.limits.count(ctx, userId);
        if (!(await this.isRightTotp(ctx, userId, code, true))) {
            throw new SecondFactorError('SECOND_FACTOR_WRONG');
        }
        await right();
        await this.factors(ctx).update({ userId }, { confirmedAt: new Date() });
        return this.newRecoveryCodes(ctx, userId);
    }

    /**
     * Takes a code of the app or a recovery code, and uses it up. Needs a transaction: when it is rolled back, the
     * code is as good as before.
     *
     * @throws SecondFactorError when it is wrong or was used before.
     */
    async use(ctx: RequestContext, userId: ID, code: string): Promise<void> {
        const right = await this.limits.count(ctx, userId);
        const isRight = TOTP.test(code)
            ? await this.isRightTotp(ctx, userId, code, false)
            : await this.isRightRecovery(ctx, userId, code);
        if (!isRight) {
            throw new SecondFactorError('SECOND_FACTOR_WRONG');
        }
        await right();
    }

    /** Those from before are good no longer. */
    async newRecoveryCodes(ctx: RequestContext, userId: ID): Promise<string[]> {
        const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(RECOVERY_BYTES)));
        const repository = this.connection.getRepository(ctx, EfiAuthRecoveryCode);
        await repository.delete({ userId });
        await repository.insert(codes.map(code => ({ userId, codeHash: this.hashOf(userId, code) })));
        return codes;
    }

    /** @returns false when there was none. */
    async end(ctx: RequestContext, userId: ID): Promise<boolean> {
        return ((await this.factors(ctx).delete({ userId })).affected ?? 0) > 0;
    }

    private async isRightTotp(ctx: RequestContext, userId: ID, code: string, isFirst: boolean) {
        const factor = await this.factors(ctx).findOneBy({
            userId,
            confirmedAt: isFirst ? IsNull() : Not(IsNull()),
        });
        if (!factor || !TOTP.test(code)) {
            return false;
        }
        const secret = unseal(factor.sealedSecret, this.known().secrets.shared, labelOf(userId))?.toString();
        if (!secret) {
            throw new Error(`The second factor of user ${userId} was sealed with another secret`);
        }
        const result = verifySync({ secret, token: code, epochTolerance: TOLERANCE });
        if (!result.valid || !('timeStep' in result)) {
            return false;
        }
        // Of two requests with one code at once, the second waits here for the row and finds the step taken.
        const taken = await this.factors(ctx).update(
            { userId, lastStep: LessThan(result.timeStep) },
            { lastStep: result.timeStep },
        );
        if (taken.affected === 1) {
            return true;
        }
        await this.usedTwice.tell(ctx, userId);
        return false;
    }

    private async isRightRecovery(ctx: RequestContext, userId: ID, code: string): Promise<boolean> {
        const gone = await this.connection
            .getRepository(ctx, EfiAuthRecoveryCode)
            .delete({ userId, codeHash: this.hashOf(userId, code) });
        return gone.affected === 1;
    }

    private hashOf(userId: ID, code: string): string {
        return createHmac('sha256', this.known().secrets.recovery)
            .update(`${userId} ${plainRecoveryCode(code)}`)
            .digest('hex');
    }

    private factors(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiAuthSecondFactor);
    }

    private known(): SecondFactorSettings {
        if (!this.settings) {
            throw new SecondFactorError('SECOND_FACTOR_OFF');
        }
        return this.settings;
    }
}

function labelOf(userId: ID): string {
    return `second factor of ${userId}`;
}
