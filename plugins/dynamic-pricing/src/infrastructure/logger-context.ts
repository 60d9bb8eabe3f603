/** What the plugin's lines in the log begin with. */
export const loggerCtx = 'DynamicPricingPlugin';
