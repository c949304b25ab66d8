using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Web;

namespace PairingLab.Host.Pages;

/// <summary>Does to a device what a page's form says: <c>field:NAME</c> is typed, <c>button</c> is pressed.</summary>
internal static class PanelForm
{
    private const string FieldPrefix = "field:";

    /// <summary>Types what differs from what stands in the fields. Why not, null when it was done.</summary>
    public static async Task<string?> EnterAsync(IDevice device, IFormCollection form)
    {
        foreach (var (key, value) in form.Where(f => f.Key.StartsWith(FieldPrefix, StringComparison.Ordinal)))
        {
            var (name, text) = (key[FieldPrefix.Length..], value.ToString());
            if (device.Panel.Fields.FirstOrDefault(f => f.Name == name) is { } field && (!field.Enabled || IsThere(field, text)))
            {
                continue;
            }

            if (PanelEndpoints.WhyNotEnter(device.Panel, name, text) is { } error)
            {
                return error.Message;
            }

            await device.EnterAsync(name, text);
        }

        return null;
    }

    /// <summary>Presses the button. Why not, null when it was done.</summary>
    public static async Task<string?> PressAsync(IDevice device, IFormCollection form)
    {
        var button = form["button"].ToString();
        if (PanelEndpoints.WhyNotPress(device.Panel, button) is { } error)
        {
            return error.Message;
        }

        await device.PressAsync(button);
        return null;
    }

    /// <summary>Pages show a password as dots, and give the dots back when nobody typed another one.</summary>
    private static bool IsThere(PanelField field, string text) =>
        field.Value == text || (field.Secret && text == new string('•', field.Value.Length));
}
