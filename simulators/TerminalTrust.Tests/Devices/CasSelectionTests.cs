using System.Collections.Immutable;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;

namespace PairingLab.TerminalTrust.Tests.Devices;

/// <summary>Which pairing requests are selected by the fingerprints that were noted at the terminals.</summary>
public sealed class CasSelectionTests
{
    private static readonly string[] Prints = [Fingerprint.Of("one"u8), Fingerprint.Of("two"u8), Fingerprint.Of("three"u8)];
    private static readonly ServerState Asking = ServerState.New with
    {
        SignIn = new("operator", AwaitsCode: false, TwoFactor: true, DateTimeOffset.UnixEpoch),
        Requests = Prints
            .Select((p, i) => new PairingRequest(new($"BT{i + 1}", p), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch))
            .ToImmutableDictionary(r => r.Key),
    };

    [Fact]
    public void Whole_fingerprints_select_their_requests_and_no_other() => Selected($"{Prints[0]}\n{Prints[2]}").ShouldBe("BT1 BT3");

    [Theory]
    [InlineData(" ")]
    [InlineData("\r\n")]
    [InlineData(", ")]
    [InlineData(";")]
    [InlineData("\t")]
    public void How_they_are_set_apart_does_not_matter(string between) => Selected(string.Join(between, Prints)).ShouldBe("BT1 BT2 BT3");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_piece_selects_its_request(int piece) => Selected(Fingerprint.Pieces(Prints[1])[piece].ToLowerInvariant()).ShouldBe("BT2");

    [Fact]
    public void Less_than_a_piece_selects_nothing() =>
        Selected(Prints[1][..9]).ShouldBe($"1 of 1 belong to no pairing request, such as {Prints[1][..9]}. 0 are selected.");

    [Fact]
    public void A_message_names_a_fingerprint_without_a_request()
    {
        var unknown = Fingerprint.Of("nobody"u8);
        Selected($"{Prints[0]} {unknown}").ShouldBe($"1 of 2 belong to no pairing request, such as {unknown}. 1 are selected.");
    }

    [Fact]
    public void A_new_list_takes_the_place_of_the_old_one()
    {
        var first = Press(new() { Screen = CasScreen.Requests }, Prints[0]);
        Press(first, Prints[1]).Selected.Select(r => r.Serial).ShouldBe(["BT2"]);
    }

    private static string Selected(string typed)
    {
        var after = Press(new() { Screen = CasScreen.Requests }, typed);
        return after.Message ?? string.Join(' ', after.Selected.Select(r => r.Serial).Order(StringComparer.Ordinal));
    }

    private static CasState Press(CasState state, string typed) =>
        CasLogic.Press(CasLogic.Type(state, CasFields.Fingerprints, typed), Asking, "Select fingerprints").Then;
}
