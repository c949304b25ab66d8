namespace PairingLab.Commander.Tests.Exploration;

/// <summary>What an onlooker noted of one pairing session.</summary>
internal sealed class SessionLog(string otp, DateTimeOffset begunAt)
{
    public string Otp => otp;

    public DateTimeOffset BegunAt => begunAt;

    public DateTimeOffset? RetrievedAt { get; set; }

    public int Guesses { get; set; }

    public int Accepted { get; set; }
}
