interface Lock {
  readonly packages: Readonly<Record<string, object>>;
}

export function missingEntries(lock: Lock): ReadonlyMap<string, { readonly name: string; readonly version: string }>;
export function completed(lock: Lock): { readonly packages: Readonly<Record<string, object>> };
