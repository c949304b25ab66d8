namespace PairingLab.AccessControl.Tests.Postgres;

/// <summary>The tests that share one PostgreSQL server.</summary>
[CollectionDefinition("postgres")]
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>;
