from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

LARGEST = 200 * 2**20


class OfficialFileForm(forms.Form):
    """Only the size is looked at here; what is in it is the importing code's to judge."""

    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("Een EML-bestand of een zipbestand van de Kiesraad: 110a, 230b of 520."),
        error_messages={"required": _("Kies een bestand."), "empty": _("Dit bestand is leeg.")},
        widget=forms.FileInput(attrs={"accept": ".xml,.zip"}),
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("Dit bestand is te groot: kies er een tot %s.") % filesizeformat(LARGEST))
        return file
