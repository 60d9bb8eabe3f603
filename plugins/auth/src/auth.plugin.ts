import { PersonalData, RestRoutes } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { apiOf, type AuthFeature } from './auth-feature';
import { type AuthOptions, optionsProvider } from './auth.options';
import { RequestSessions } from './infrastructure/request-sessions';
import { keepCredentialsOutOfJobs } from './infrastructure/serialized-contexts';
import { lockOut } from './lock-out/lock-out.feature';
import { machineKeysFeature } from './machine-keys/machine-keys.feature';
import { oidcFeature } from './oidc/oidc.feature';
import { passkeysFeature } from './passkeys/passkeys.feature';
import { passwordsFeature } from './passwords/passwords.feature';
import { rolesFeature } from './roles/roles.feature';
import { rowSecurityFeature } from './row-security/row-security.feature';
import { secondFactorFeature } from './second-factor/second-factor.feature';
import { sessionsFeature } from './sessions/sessions.feature';
import { tokensFeature } from './tokens/tokens.feature';
import { personalData } from './personal-data';

const features: AuthFeature[] = [
    tokensFeature,
    machineKeysFeature,
    lockOut,
    passwordsFeature,
    sessionsFeature,
    rolesFeature,
    oidcFeature,
    secondFactorFeature,
    passkeysFeature,
    rowSecurityFeature,
];

/**
 * Sign-in, tokens and second factors for shoppers, staff and machines. Needs `authMigrations` among the application's
 * migrations.
 */
@RestRoutes(() => features.flatMap(feature => feature.routes?.(AuthPlugin.options) ?? []))
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: features.flatMap(feature => feature.entities ?? []),
    providers: [
        optionsProvider(() => AuthPlugin.options),
        ...features.flatMap(feature => feature.providers ?? []),
    ],
    controllers: features.flatMap(feature => feature.controllers ?? []),
    shopApiExtensions: apiOf(features.map(feature => feature.shop)),
    adminApiExtensions: apiOf(features.map(feature => feature.admin)),
    configuration: config => {
        keepCredentialsOutOfJobs();
        const { authOptions } = config;
        authOptions.sessionCacheStrategy = new RequestSessions(authOptions.sessionCacheStrategy);
        for (const feature of features) {
            feature.configure?.(config, AuthPlugin.options);
        }
        return config;
    },
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class AuthPlugin {
    static options: AuthOptions = {};

    static init(options: AuthOptions = {}): Type<AuthPlugin> {
        AuthPlugin.options = options;
        return AuthPlugin;
    }
}
