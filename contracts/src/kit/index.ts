export * from './contract.js';
export { Field, fieldsOf, type FieldSpec, type Shape } from './field.js';
export * from './json-schema.js';
export { validate, type FieldError } from './validate.js';
export { isCountry, isEmail, isLanguage } from './formats.js';
export * from './languages.js';
export * from './documents.js';
export { JsonFault, parseJson, type JsonLimits } from './json-text.js';
