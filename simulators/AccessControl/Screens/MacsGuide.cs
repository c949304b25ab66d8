using PairingLab.AccessControl.Devices;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;

namespace PairingLab.AccessControl.Screens;

/// <summary>The seed's pairing process for a person at the bench, and which step comes next.</summary>
internal static class MacsGuide
{
    public static PairingGuide? Of(IReadOnlyList<IDevice> devices, string macs, string adminToken)
    {
        var terminals = devices.OfType<MacsDevice>().ToList();
        if (terminals.Count == 0)
        {
            return null;
        }

        var next = terminals.Find(t => t.State is { Memory.Paired: false }) ?? terminals[0];
        var step = next.State switch
        {
            { Memory.Paired: true } => 3,
            { } s when DeviceDecisions.IsCode(s.Text(DeviceFields.Code)) => 2,
            _ => 1,
        };
        return new(
            "Pair a MACS device",
            [
                new(1, "Get Pairing Code, and enter it on the POS", next.Card.Id,
                    $"In the admin panel, {macs}/admin/ (e-mail and password: GET /lab/directory): Locations, its location, [Get Pairing Code]. By script: curl -X POST {macs}/lab-admin/terminals/{next.Serial}/pairing-code -H \"Authorization: Bearer {adminToken}\" gives eight digits, good for two hours. Enter them."),
                new(2, "Initiate paring process", next.Card.Id, "[Pair]."),
            ],
            step,
            $"{next.Card.Id} is paired. [Identity confirmed], take a card, [Contactless].");
    }
}
