import {
    AccountRegistrationEvent,
    IdentifierChangeRequestEvent,
    NativeAuthenticationMethod,
    PasswordResetEvent,
    type RequestContext,
    type Type,
    type User,
    type VendureEvent,
} from '@vendure/core';
import { type EmailEventHandler, EmailEventListener } from '@vendure/email-plugin';
import { mailLanguage } from '../domain/mail-language';
import { mailTexts } from '../domain/messages';
import { plainAddress } from '../domain/plain-address';
import { mailLocale, storefrontRoutes } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { envelope, FROM, SUBJECT } from './envelope';

type AccountEvent = VendureEvent & { readonly ctx: RequestContext; readonly user: User };

interface AccountMail<E extends AccountEvent> {
    readonly type: 'email-verification' | 'password-reset' | 'email-address-change';
    readonly event: Type<E>;
    /** What the mail asks the shopper to prove: a token, and the address that has to prove it. */
    readonly proof: (method: NativeAuthenticationMethod) => {
        token?: string | null;
        recipient?: string | null;
    };
    readonly path: (token: string) => string;
}

/** Asks whoever opened an account to show that the address is theirs. */
export const emailVerification = accountMail({
    type: 'email-verification',
    event: AccountRegistrationEvent,
    proof: method => ({ token: method.verificationToken, recipient: method.identifier }),
    path: storefrontRoutes.verify,
});

/** Lets a shopper who forgot the password choose another. */
export const passwordReset = accountMail({
    type: 'password-reset',
    event: PasswordResetEvent,
    proof: method => ({ token: method.passwordResetToken, recipient: method.identifier }),
    path: storefrontRoutes.resetPassword,
});

/** Goes to the new address, to show that it is the shopper's. */
export const emailAddressChange = accountMail({
    type: 'email-address-change',
    event: IdentifierChangeRequestEvent,
    proof: method => ({ token: method.identifierChangeToken, recipient: method.pendingIdentifier }),
    path: storefrontRoutes.changeEmailAddress,
});

/** In the language and market of the request, which is the shopper's own. */
function accountMail<E extends AccountEvent>(mail: AccountMail<E>) {
    const proofOf = (event: E) => {
        const method = nativeMethod(event.user);
        const { token, recipient } = method ? mail.proof(method) : {};
        return token && recipient ? { token, recipient } : undefined;
    };
    return (options: ResolvedMailOptions): EmailEventHandler =>
        new EmailEventListener(mail.type)
            .on<E>(mail.event)
            // Nothing to prove: an account from another identity provider, or one that is verified already.
            .filter(event => proofOf(event) !== undefined)
            .setRecipient(event => plainAddress(proofOf(event)?.recipient ?? ''))
            .setFrom(FROM)
            .setSubject(SUBJECT)
            .setTemplateVars(event => {
                const { languageCode, channel } = event.ctx;
                const locale = mailLocale(
                    options.storefrontUrl,
                    mailLanguage(languageCode),
                    channel.code,
                    options.defaultMarket,
                );
                const texts = mailTexts(locale.language, mail.type, { shop: options.shopName });
                return {
                    ...envelope(options, locale, texts.subject),
                    texts,
                    url: `${locale.baseUrl}${mail.path(proofOf(event)?.token ?? '')}`,
                };
            }) as unknown as EmailEventHandler;
}

/** `User.getNativeAuthenticationMethod()` throws when there is none. */
function nativeMethod(user: User): NativeAuthenticationMethod | undefined {
    return user.authenticationMethods.find(method => method instanceof NativeAuthenticationMethod);
}
