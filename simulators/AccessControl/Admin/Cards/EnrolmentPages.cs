using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Admin.Cards;

/// <summary>Enrolled card details, where an Admin verifies and manages the enrollment.</summary>
internal static class EnrolmentPages
{
    private const int LongestReason = 500;

    public static void MapEnrolments(this AdminGate gate, AdminParts parts, CardQueries desk)
    {
        var enrolments = parts.Macs.Enrolments;
        gate.Post("/admin/cards/{hash}/verify", AdminAction.ManageCards, async request =>
            await DoneAsync(request, desk, "enrolment-verified", await enrolments.VerifyAsync(request.Route("hash"), request.User.Email)));
        gate.Post("/admin/cards/{hash}/suspend", AdminAction.ManageCards, async request =>
        {
            var reason = request.Form.Required("reason", "Reason of the suspension", LongestReason);
            return await DoneAsync(
                request, desk, "enrolment-suspended", !request.Form.IsValid ? null
                : await enrolments.SuspendAsync(request.Route("hash"), request.User.Email, reason));
        });
        gate.Post("/admin/cards/{hash}/reactivate", AdminAction.ManageCards, async request =>
            await DoneAsync(request, desk, "enrolment-reactivated", await enrolments.ReactivateAsync(request.Route("hash"))));
        gate.Get("/admin/cards/{hash}/remove", AdminAction.ManageCards, request => ConfirmAsync(request, desk));
        gate.Post("/admin/cards/{hash}/remove", AdminAction.ManageCards, async request =>
            await enrolments.RemoveAsync(request.Route("hash")) is { } refusal
            ? await DoneAsync(request, desk, "", refusal)
            : AdminRequest.Go("/admin/cards?notice=enrolment-removed"));
    }

    public static async Task<IResult> DetailsAsync(AdminRequest request, CardQueries desk, FormValues typed) =>
        await desk.FindAsync(request.Route("hash")) is var (card, visits)
        ? await request.PageAsync<CardDetails>(
            typed.IsValid ? StatusCodes.Status200OK : typed.Error("") is null ? StatusCodes.Status400BadRequest
            : StatusCodes.Status409Conflict,
            card.MaskedPan, Tabs.Cards, ("Card", card), ("Visits", visits), ("FormValues", typed))
        : await request.NotFoundAsync("such enrolled card", Tabs.Cards);

    private static Task<IResult> DoneAsync(AdminRequest request, CardQueries desk, string notice, EnrolmentRefusal? refusal)
    {
        if (refusal is { } why)
        {
            request.Form.Fail("", TextOf(why));
        }

        return request.Form.IsValid
            ? Task.FromResult(AdminRequest.Go($"/admin/cards/{Uri.EscapeDataString(request.Route("hash"))}?notice={notice}"))
            : DetailsAsync(request, desk, request.Form);
    }

    private static async Task<IResult> ConfirmAsync(AdminRequest request, CardQueries desk) =>
        await desk.FindAsync(request.Route("hash")) is var (card, _)
        ? await request.PageAsync<ConfirmPage>(
            "Remove an enrollment", Tabs.Cards, ("Question", $"Remove the enrollment of the card {card.MaskedPan}?"),
            ("Consequence", $"MACS forgets the account {card.Aref} of this card in MRS; in MRS it stays. The card is enrolled anew when a "
                + "rule looks at its spending. To keep a card out, suspend it instead. Its entries stay on record and count."),
            ("Button", "Remove"), ("Back", $"/admin/cards/{card.PanHash}"))
        : await request.NotFoundAsync("such enrolled card", Tabs.Cards);

    private static string TextOf(EnrolmentRefusal refusal) => refusal switch
    {
        EnrolmentRefusal.NoAnswer => "Not verified: MRS did not answer. What it said before still stands below. Try again later.",
        EnrolmentRefusal.AlreadySuspended => "Not suspended: somebody else has suspended this enrollment already.",
        EnrolmentRefusal.NotSuspended => "Not reactivated: this enrollment is not suspended any more.",
        EnrolmentRefusal.Suspended =>
            "Not removed: this enrollment is suspended, and a new one would let the card in. Reactivate it first.",
        _ => "This card is not enrolled any more.",
    };
}
