namespace PairingLab.Commander.Core;

/// <summary>Trust after the pairing: which certificates are valid, their renewal and expiry, Revoke All Trust.</summary>
public static class Trust
{
    /// <summary>Why the Commander does not accept this certificate; null when it does.</summary>
    public static Refusal? WhyNot(CommanderState state, string workstation, string thumbprint, DateTimeOffset now)
    {
        if (!state.Paired.TryGetValue(workstation, out var paired) || paired.Thumbprint != thumbprint)
        {
            return Refusal.NotTrusted;
        }

        return now >= paired.NotAfter ? Refusal.CertificateExpired : null;
    }

    internal static IEnumerable<ICommanderEvent> Decide(CommanderState state, RevokeAllTrust c, DateTimeOffset now)
    {
        if (SiteSecurity.WhyNotOpen(state, c.SignInId) is { } reason)
        {
            return [new Refused(reason)];
        }

        var events = new List<ICommanderEvent> { new SignInUsed(c.SignInId, now), new AllTrustRevoked() };
        if (state.Session is { } session)
        {
            // A pairing under way began under the trust that is revoked, so it ends too.
            events.Add(new PairingFailed(session.Id, session.Workstation, now, WrongOtp: false));
        }

        if (state.Service is not null)
        {
            events.Add(new PairingServiceStopped());
        }

        return events;
    }

    internal static CommanderState Apply(CommanderState state, AllTrustRevoked _) => state with { Paired = CommanderState.New.Paired };

    internal static IEnumerable<ICommanderEvent> Decide(
        CommanderState state, RenewCertificate c, DateTimeOffset now, CommanderSettings settings)
    {
        if (WhyNot(state, c.Workstation, c.Thumbprint, now) is { } reason)
        {
            return [new Refused(reason)];
        }

        return now < state.Paired[c.Workstation].NotAfter - settings.RenewalWindow
            ? [new Refused(Refusal.NotYetDue)]
            : [new CertificateRenewed(c.Workstation, c.NewThumbprint, now, c.NotAfter)];
    }

    internal static CommanderState Apply(CommanderState state, CertificateRenewed e) =>
        Change(state, e.Workstation, p => p with { Thumbprint = e.Thumbprint, NotAfter = e.NotAfter, RenewalAnnounced = false })
            .WithMessage(e.At, e.Workstation, Texts.CertificatesRenewed);

    internal static CommanderState Apply(CommanderState state, RenewalScheduled e) =>
        Change(state, e.Workstation, p => p with { RenewalAnnounced = true }).WithMessage(e.At, e.Workstation, Texts.RenewalScheduled);

    internal static CommanderState Apply(CommanderState state, CertificateExpired e) =>
        Change(state, e.Workstation, p => p with { Expired = true })
            .WithoutReassurance(e.Workstation)
            .WithMessage(e.At, e.Workstation, Texts.CertificatesExpired);

    private static CommanderState Change(CommanderState state, string workstation, Func<PairedWorkstation, PairedWorkstation> change) =>
        state with { Paired = state.Paired.SetItem(workstation, change(state.Paired[workstation])) };

    /// <summary>Action is needed now: what said otherwise of this workstation is outdated.</summary>
    private static CommanderState WithoutReassurance(this CommanderState state, string workstation) => state with
    {
        Messages = state.Messages.RemoveAll(m =>
            m.Text.StartsWith($"{workstation}: ", StringComparison.Ordinal) && Texts.SaysNoActionIsNeeded(m.Text)),
    };

    private static CommanderState WithMessage(this CommanderState state, DateTimeOffset at, string workstation, string text) =>
        state.WithMessage(at, $"{workstation}: {text}");
}
