import fastify, { type FastifyInstance } from 'fastify'

export type House = Readonly<{
  server: FastifyInstance
  firstStart: boolean
  demonstrationAccounts: readonly { name: string; email: string; password: string; role: string }[]
  close(): Promise<void>
}>

export async function openHouse(settings: { ownerUrl: string; dataFolder: string }): Promise<House> {
  const server = fastify({ forceCloseConnections: true })
  server.get('/alive', async () => ({ alive: true, database: settings.ownerUrl.length > 0 }))
  return { server, firstStart: false, demonstrationAccounts: [], close: async () => void await server.close() }
}
