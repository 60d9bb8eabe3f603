export const loggerContext = 'SearchPlugin';
