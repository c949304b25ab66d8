using PairingLab.Commander.Core.Commands;
using PairingLab.Commander.Core.Events;

namespace PairingLab.Commander.Core;

/// <summary>Automatic renewal of a workstation's certificate.</summary>
internal static class Renewal
{
    public static IEnumerable<ICommanderEvent> On(CommanderState state, RenewCertificate c, DateTimeOffset now, CommanderSettings settings)
    {
        if (Trust.WhyNot(state, c.Workstation, c.Thumbprint, now) is { } reason)
        {
            return [new Refused(reason)];
        }

        return now < state.Paired[c.Workstation].NotAfter - settings.RenewalWindow
            ? [new Refused(Refusal.NotYetDue)]
            : [new CertificateRenewed(c.Workstation, c.NewThumbprint, now, c.NotAfter)];
    }
}
