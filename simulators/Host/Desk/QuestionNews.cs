namespace PairingLab.Host.Desk;

/// <summary>Answer of <c>GET /lab/questions?after=N</c>: what is open, once anything has changed since that version.</summary>
internal sealed record QuestionNews(int Version, IReadOnlyList<QuestionListing> Open);
