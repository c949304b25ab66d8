using PairingLab.Commander.Core.Commands;
using PairingLab.Commander.Core.Events;

namespace PairingLab.Commander.Core;

/// <summary>Auto Upgrade (seed, Overview).</summary>
internal static class Upgrade
{
    public static IEnumerable<ICommanderEvent> On(CommanderState state, AutoUpgrade c, DateTimeOffset now) =>
        !state.SignIns.TryGetValue(c.SignInId, out var signIn) ? [new Refused(Refusal.NotSignedIn)]
        : !signIn.MayUseSiteSecurity ? [new Refused(Refusal.NotAllowed)]
        : !SoftwareBase.IsNewer(c.Base, state.Base) ? [new SignInUsed(c.SignInId, now), new Refused(Refusal.NotNewer)]
        : [new SignInUsed(c.SignInId, now), new AutoUpgraded(c.Base)];
}
