/** The kinds of technical requests, each with its subtypes (SUP-039). The portal has a label for every id. */
export const requestTypes: Readonly<Record<string, readonly string[]>> = {
  installation: ['install', 'upgrade', 'uninstall', 'deployment'],
  activation: ['code', 'key_file', 'seats'],
  operation: ['crash', 'performance', 'interface', 'settings'],
  updates: ['download', 'mirror', 'patch'],
  detection: ['false_positive', 'undetected', 'disinfection'],
  compatibility: ['operating_system', 'third_party', 'network'],
  question: ['how_to', 'documentation'],
  other: [],
};
