using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Tests.Core;

namespace PairingLab.Commander.Tests.Devices;

/// <summary>What a workstation does about its link: looks for it, loses it, renews the certificate under it.</summary>
public sealed class WorkstationTrustTests
{
    private static readonly CommanderSettings Settings = new();
    private static readonly DateTimeOffset Now = States.Now;

    private static readonly WorkstationLogic Logic =
        new(new("pos-1", CommanderSystem.WorkstationKind, "commander", "Topaz"), "53.29", Settings);

    private static readonly WorkstationReply NoAnswer = new WorkstationReply.NoAnswer();

    private static readonly WorkstationState LinkedState = new(
        new("53.29", PairingMode: false, Now.AddDays(300), Now.AddDays(286), RenewalAnnounced: false, PairingAlert.None, []))
    {
        Credentials = "old pem",
        Screen = WorkstationScreen.Transaction,
        Link = new() { Number = 7, IsWanted = true, IsUp = true, HeartbeatAt = Now.AddMinutes(1) },
    };

    private static readonly WorkstationRequest TheLink = new WorkstationRequest.Link(7, "old pem");

    [Fact]
    public void A_link_that_breaks_is_opened_again_at_once_and_then_ever_more_rarely()
    {
        var state = Logic.Receive(LinkedState, TheLink, NoAnswer, Now);
        var now = Now;
        var waits = new List<double>();
        for (var look = 0; look < 14; look++)
        {
            var link = Logic.Wants(state).OfType<WorkstationRequest.Link>().Single();
            state = Logic.Receive(state, link, NoAnswer, now);
            waits.Add((Logic.NextDue(state)!.Value - now).TotalMinutes);
            now = Logic.NextDue(state)!.Value;
            state = Logic.Due(state, now);
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440, 1440]);
    }

    [Fact]
    public void A_sale_that_the_link_takes_with_it_is_kept_at_the_workstation()
    {
        var selling = Logic.Press(LinkedState, "Pay Cash", Now);
        Logic.Wants(selling).ShouldContain(new WorkstationRequest.Sell(7, 0));

        var lost = Logic.Receive(selling, TheLink, NoAnswer, Now);

        lost.LastSale.ShouldBe(WorkstationTexts.SaleKept);
        Logic.Wants(lost).OfType<WorkstationRequest.Sell>().ShouldBeEmpty();
    }

    [Fact]
    public void Two_sales_one_after_the_other_are_two()
    {
        var one = Logic.Press(LinkedState, "Pay Cash", Now);
        var both = Logic.Press(Logic.Press(one, "New Sale", Now), "Pay Cash", Now);

        Logic.Wants(both).OfType<WorkstationRequest.Sell>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_heartbeat_without_an_answer_ends_the_link()
    {
        var state = Logic.Due(LinkedState, Now.AddMinutes(1));

        state = Logic.Receive(state, new WorkstationRequest.Heartbeat(7), NoAnswer, Now.AddMinutes(1));

        Logic.Wants(state).ShouldNotContain(TheLink);
        Logic.NextDue(state).ShouldBe(Now.AddMinutes(2));
    }

    [Fact]
    public void A_certificate_that_comes_when_its_link_is_gone_already_is_taken()
    {
        var renewing = Logic.Due(LinkedState, Now.AddDays(286));
        var renew = Logic.Wants(renewing).OfType<WorkstationRequest.Renew>().Single();
        var lost = Logic.Receive(renewing, TheLink, NoAnswer, Now.AddDays(286));

        var renewed = Logic.Receive(lost, renew, new WorkstationReply.CertificateGiven("new pem", Now.AddDays(651)), Now.AddDays(286));

        renewed.Memory.TrustedUntil.ShouldBe(Now.AddDays(651));
        Logic.Wants(renewed).OfType<WorkstationRequest.Link>().Single().Credentials.ShouldBe("new pem");
    }

    [Fact]
    public void A_renewal_that_is_refused_is_tried_again_the_next_day_and_one_whose_link_was_lost_over_the_next_link()
    {
        var due = Now.AddDays(286);
        var renewing = Logic.Due(LinkedState, due);
        var renew = new WorkstationRequest.Renew(7, "old pem");

        var refused = Logic.Receive(renewing, renew, new WorkstationReply.Refused("not_yet_due"), due);
        Logic.Wants(refused).OfType<WorkstationRequest.Renew>().ShouldBeEmpty();
        Logic.Wants(Logic.Due(refused, due.AddDays(1))).ShouldContain(renew);

        var lost = Logic.Receive(Logic.Receive(renewing, TheLink, NoAnswer, due), renew, NoAnswer, due);
        var again = Logic.Receive(lost, new WorkstationRequest.Link(8, "old pem"), new WorkstationReply.LinkUp(), due);
        Logic.Wants(again).ShouldContain(new WorkstationRequest.Renew(8, "old pem"));
    }

    [Fact]
    public void What_was_asked_over_an_earlier_link_is_over()
    {
        var asking = Logic.Due(LinkedState, Now.AddMinutes(1));
        var again = Logic.Receive(asking, TheLink, NoAnswer, Now.AddMinutes(1));
        again = Logic.Receive(again, new WorkstationRequest.Link(8, "old pem"), new WorkstationReply.LinkUp(), Now.AddMinutes(1));

        Logic.Receive(again, new WorkstationRequest.Heartbeat(7), NoAnswer, Now.AddMinutes(1)).Link.IsUp.ShouldBeTrue();
    }
}
