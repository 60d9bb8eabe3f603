export const loggerContext = 'AuthTokens';
