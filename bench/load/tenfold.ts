export async function tenfold(_ownerUrl: string): Promise<string> { return 'not yet' }
