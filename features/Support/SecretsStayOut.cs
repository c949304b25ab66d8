namespace PairingLab.Features.Support;

/// <summary>
/// Searches the evidence that a scenario has just left for the secrets that it saw. A four-digit OTP is not searched for:
/// its digits stand in times and numbers by chance, and so do six digits now and then; that those are masked is tested with
/// the reports.
/// </summary>
internal static class SecretsStayOut
{
    private const int LongEnoughToBeNoChance = 5;
    private const int LongEnoughInDigits = 9;

    /// <summary>Throws when a secret stands in the evidence of a scenario.</summary>
    public static void Check(string folder, string scenario, IEnumerable<string> secrets)
    {
        var evidence = File.ReadAllText(Path.Combine(folder, "evidence", "scenarios", $"{scenario}.json"));
        secrets.Count(s => s.Length >= (s.All(char.IsAsciiDigit) ? LongEnoughInDigits : LongEnoughToBeNoChance) && evidence.Contains(s, StringComparison.Ordinal))
            .ShouldBe(0, $"secrets stand in the evidence of {scenario}");
    }
}
