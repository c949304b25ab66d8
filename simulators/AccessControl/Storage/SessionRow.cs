namespace PairingLab.AccessControl.Storage;

/// <summary>A session of the admin panel.</summary>
internal sealed record SessionRow
{
    public string IdHash { get; init; } = "";

    public string UserId { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }
}
