using System.Globalization;
using System.Security.Cryptography;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Service;

/// <summary>Where codes come from: the random seed of the run in a scenario, the cryptographic source in a hosted lab.</summary>
public sealed class SciCodes(Func<int, int> next)
{
    /// <summary>Codes that nobody can foretell.</summary>
    public static SciCodes Cryptographic { get; } = new(RandomNumberGenerator.GetInt32);

    /// <summary>Codes that come again with the same seed.</summary>
    public static SciCodes Seeded(int seed)
    {
        var random = new Random(seed);
        var gate = new Lock();
        return new(below =>
        {
            lock (gate)
            {
                return random.Next(below);
            }
        });
    }

    /// <summary>Six digits, a 0 in front too, that no terminal shows now.</summary>
    public string PairingCode(SciState state)
    {
        while (true)
        {
            var code = next(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
            if (state.PairingOfCode(code) is not { Status: PairingStatus.Initial })
            {
                return code;
            }
        }
    }

    /// <summary>Four digits.</summary>
    public string ConfirmationCode() => next(10_000).ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>
    /// An id with its prefix, "pid_b6f1242d-9a69-4991-aa67-79d5bd49235a"; always from the cryptographic source, since nothing depends
    /// on its value.
    /// </summary>
    public static string Id(string prefix) => $"{prefix}_{Guid.NewGuid():D}";

    /// <summary>The id of a transaction, a plain UUID as the vendor's are.</summary>
    public static string TransactionId() => Guid.NewGuid().ToString("D");

    /// <summary>32 hex characters; always from the cryptographic source.</summary>
    public static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
