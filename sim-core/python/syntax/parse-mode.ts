/** What a text is: a module, one expression, or one interactive statement. */
export type ParseMode = 'exec' | 'eval' | 'single';
