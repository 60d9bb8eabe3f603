import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';

/** Sign-in, tokens and second factors for shoppers, staff and machines. */
@VendurePlugin({
    imports: [PluginCommonModule],
    compatibility: '^3.7.0',
})
export class AuthPlugin {
    static init(): Type<AuthPlugin> {
        return AuthPlugin;
    }
}
