using PairingLab.Drivers.Record;

namespace PairingLab.Drivers.Tests.Record;

/// <summary>What a person types while a bench is recorded.</summary>
public sealed class OperatorNoteTests
{
    [Fact]
    public void A_press_and_a_screen_are_told_from_a_note()
    {
        string[] devices = ["pos-1"];
        OperatorNote.Read("pos-1 [Pair POS]", devices).ShouldBe(new ButtonPressed("pos-1", "Pair POS"));
        OperatorNote.Read(" pos-1: shows \"Successfully Paired\" ", devices).ShouldBe(new SaidToShow("pos-1", "Successfully Paired"));
        OperatorNote.Read("pos-1 hums", devices).ShouldBe(new Noted("pos-1", "hums"));
        OperatorNote.Read("pos-2 [OK]", devices).ShouldBe(new Noted("bench", "pos-2 [OK]"));
        OperatorNote.Read("coffee", devices).ShouldBe(new Noted("bench", "coffee"));
    }
}
