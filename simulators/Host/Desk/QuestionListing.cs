namespace PairingLab.Host.Desk;

/// <summary>A row of <c>GET /lab/questions</c>.</summary>
internal sealed record QuestionListing(int Id, string Device, string Kind, string Text, DateTimeOffset Until, string? Bench);
