using System.Globalization;
using PairingLab.Commander.Core;
using PairingLab.Kernel.Panels;

namespace PairingLab.Commander;

/// <summary>What the lab tells a tester of the Pairing Service: the maker's screens have neither its state nor its time.</summary>
internal static class ServiceHelp
{
    /// <summary>The service of a Commander; null for one without power.</summary>
    public static TesterNote Of(CommanderState? commander, DateTimeOffset now) => new("Pairing Service", Line(commander, now));

    private static string Line(CommanderState? commander, DateTimeOffset now) => commander switch
    {
        null => "The Commander has no power.",
        _ when !SoftwareBase.HasPairing(commander.Base) => $"None: the Commander runs Base {commander.Base}.",
        { Session: { Retrieved: false } session } =>
            $"Running. {session.Workstation} waits: retrieve the Pairing OTP within {Left(session.RetrieveUntil, now)}.",
        { Session: { } session } => $"Running. {session.Workstation} waits: enter the Pairing OTP within {Left(session.EnterUntil, now)}.",
        { Service: { } service } => $"Running. Press [Pair POS] within {Left(service.Until, now)}.",
        _ => "Not running.",
    };

    private static string Left(DateTimeOffset until, DateTimeOffset now)
    {
        var left = until > now ? until - now : TimeSpan.Zero;
        return $"{left.ToString(@"m\:ss", CultureInfo.InvariantCulture)} (until {until.UtcDateTime:HH:mm:ss} lab time)";
    }
}
