// swift-format-ignore-file
// Made by Tests/Families/derive.py; do not edit. Document: SHA-256 d7b6229e31b139d4.

package import Resources

extension GeneratedFamily {
    package static let branding = GeneratedFamily(
        name: "branding", firstNumber: 41,
        operations: """
            GET /branding get_branding read:branding - - document Get branding settings
            PATCH /branding patch_branding update:branding body - document Update branding settings
            GET /branding/phone/providers get_branding_phone_providers read:phone_providers - q document Get a list of phone providers
            POST /branding/phone/providers create_phone_provider create:phone_providers body - document Configure the phone provider
            GET /branding/phone/providers/{id} get_phone_provider read:phone_providers - p document Get a phone provider
            PATCH /branding/phone/providers/{id} update_phone_provider update:phone_providers body p document Update the phone provider
            DELETE /branding/phone/providers/{id} delete_phone_provider delete:phone_providers - p document Deletes a Phone Provider
            POST /branding/phone/providers/{id}/try try_phone_provider create:phone_providers body p document Send a test phone notification for the configured provider
            GET /branding/phone/templates get_phone_templates read:phone_templates - q document Get a list of phone notification templates
            POST /branding/phone/templates create_phone_template create:phone_templates body - document Create a phone notification template
            GET /branding/phone/templates/{id} get_phone_template read:phone_templates - p document Get a phone notification template
            PATCH /branding/phone/templates/{id} update_phone_template update:phone_templates body p document Update a phone notification template
            DELETE /branding/phone/templates/{id} delete_phone_template delete:phone_templates - p document Delete a phone notification template
            PATCH /branding/phone/templates/{id}/reset reset_phone_template update:phone_templates optional p document Resets a phone notification template values
            POST /branding/phone/templates/{id}/try try_phone_template create:phone_templates body p document Send a test phone notification for the configured template
            GET /branding/templates/universal-login get_universal-login read:branding - - document Get template for New Universal Login Experience
            PUT /branding/templates/universal-login put_universal-login update:branding body - document Set template for New Universal Login Experience
            DELETE /branding/templates/universal-login delete_universal-login delete:branding - - document Delete template for New Universal Login Experience
            POST /branding/themes post_branding_theme update:branding body - document Create branding theme
            GET /branding/themes/default get_default_branding_theme read:branding - - document Get default branding theme
            GET /branding/themes/{themeId} get_branding_theme read:branding - - document Get branding theme
            PATCH /branding/themes/{themeId} patch_branding_theme update:branding body - document Update branding theme
            DELETE /branding/themes/{themeId} delete_branding_theme delete:branding - - document Delete branding theme
            """,
        schemas: ##"""
            {"patch_branding.body":{"t":"o","d":"Branding settings","x":0,"k":1,"p":{
            "colors":{"t":"oz","d":"Custom color settings","x":0,"k":1,"p":{"primary":{"t":"sz","d":"Accent color","f":"html-color-or-null"},"page_background":{"d":"Page Background Color or Gradient.\nProperty contains either `null` to unset, a solid color as a string value `#FFFFFF`, or a gradient as an object.\n\n```js\n{\n  type: 'linear-gradient',\n  start: '#FFFFFF',\n  end: '#000000',\n  angle_deg: 35\n}\n```","o":[{"t":"sz"},{"t":"oz"}]}}},
            "favicon_url":{"t":"sz","d":"URL for the favicon. Must use HTTPS","f":"strict-https-uri-or-null"},
            "logo_url":{"t":"sz","d":"URL for the logo. Must use HTTPS","f":"strict-https-uri-or-null"},
            "font":{"t":"oz","d":"Custom font settings","x":0,"k":1,"p":{"url":{"t":"sz","d":"URL for the custom font. The URL must point to a font file and not a stylesheet. Must use HTTPS","f":"strict-https-uri-or-null"}}}}},
            "get_branding_phone_providers.query":{"t":"o","p":{
            "disabled":{"t":"b","d":"Whether the provider is enabled (false) or disabled (true)"}}},
            "create_phone_provider.body":{"t":"o","d":"Phone provider configuration schema","r":["name","credentials"],"p":{
            "name":{"$":"PhoneProviderNameEnum"},
            "disabled":{"t":"b","d":"Whether the provider is enabled (false) or disabled (true)"},
            "configuration":{"$":"PhoneProviderConfiguration"},
            "credentials":{"$":"PhoneProviderCredentials"}}},
            "get_phone_provider.path":{"t":"o","p":{
            "id":{"t":"s","l":1,"L":255}}},
            "update_phone_provider.body":{"t":"o","x":0,"k":1,"p":{
            "name":{"$":"PhoneProviderNameEnum"},
            "disabled":{"t":"b","d":"Whether the provider is enabled (false) or disabled (true)"},
            "credentials":{"$":"PhoneProviderCredentials"},
            "configuration":{"$":"PhoneProviderConfiguration"}}},
            "update_phone_provider.path":{"t":"o","p":{
            "id":{"t":"s","l":1,"L":255}}},
            "delete_phone_provider.path":{"t":"o","p":{
            "id":{"t":"s","l":1,"L":255}}},
            "try_phone_provider.body":{"t":"o","x":0,"r":["to"],"p":{
            "to":{"t":"s","d":"The recipient phone number to receive a given notification","l":1,"L":16},
            "delivery_method":{"$":"PhoneProviderDeliveryMethodEnum"}}},
            "try_phone_provider.path":{"t":"o","p":{
            "id":{"t":"s","l":1,"L":255}}},
            "get_phone_templates.query":{"t":"o","p":{
            "disabled":{"t":"b","d":"Whether the template is enabled (false) or disabled (true)"}}},
            "create_phone_template.body":{"t":"o","x":0,"p":{
            "type":{"t":"s","L":255,"e":["otp_verify","otp_enroll","change_password","blocked_account","password_breach"]},
            "disabled":{"t":"b","d":"Whether the template is enabled (false) or disabled (true)"},
            "content":{"t":"o","x":0,"k":1,"p":{"syntax":{"t":"s"},"from":{"t":"s","d":"Default phone number to be used as 'from' when sending a phone notification","l":1,"L":16},"body":{"$":"PhoneTemplateBody"}}}}},
            "get_phone_template.path":{"t":"o","p":{
            "id":{"t":"s","l":1,"L":255}}},
            "update_phone_template.body":{"t":"o","x":0,"p":{
            "content":{"t":"o","x":0,"k":1,"p":{"from":{"t":"s","d":"Default phone number to be used as 'from' when sending a phone notification","l":1,"L":16},"body":{"$":"PhoneTemplateBody"}}},
            "disabled":{"t":"b","d":"Whether the template is enabled (false) or disabled (true)"}}},
            "update_phone_template.path":{"t":"o","p":{
            "id":{"t":"s","l":1,"L":255}}},
            "delete_phone_template.path":{"t":"o","p":{
            "id":{"t":"s","l":1,"L":255}}},
            "reset_phone_template.body":{},
            "reset_phone_template.path":{"t":"o","p":{
            "id":{"t":"s","l":1,"L":255}}},
            "try_phone_template.body":{"t":"o","r":["to"],"p":{
            "to":{"t":"s","d":"Destination of the testing phone notification","l":1,"L":16},
            "delivery_method":{"$":"PhoneProviderDeliveryMethodEnum","d":"Medium to use to send the notification"}}},
            "try_phone_template.path":{"t":"o","p":{
            "id":{"t":"s","l":1,"L":255}}},
            "put_universal-login.body":{"o":[{"t":"s","L":102400},{"t":"o","x":0,"r":["template"],"p":{"template":{"t":"s","L":102400}}}]},
            "post_branding_theme.body":{"t":"o","d":"Branding theme","x":0,"r":["borders","colors","fonts","page_background","widget"],"k":1,"p":{
            "borders":{"$":"BrandingThemeBorders"},
            "colors":{"$":"BrandingThemeColors"},
            "displayName":{"t":"s","d":"Display Name","L":2048,"P":"^[^<>]*$"},
            "fonts":{"$":"BrandingThemeFonts"},
            "page_background":{"$":"BrandingThemePageBackground"},
            "widget":{"$":"BrandingThemeWidget"},
            "identifiers":{"t":"o"}}},
            "patch_branding_theme.body":{"t":"o","d":"Branding theme","x":0,"r":["borders","colors","fonts","page_background","widget"],"k":1,"p":{
            "borders":{"$":"BrandingThemeBorders"},
            "colors":{"$":"BrandingThemeColors"},
            "displayName":{"t":"s","d":"Display Name","L":2048,"P":"^[^<>]*$"},
            "fonts":{"$":"BrandingThemeFonts"},
            "page_background":{"$":"BrandingThemePageBackground"},
            "widget":{"$":"BrandingThemeWidget"},
            "identifiers":{"t":"o"}}},
            "BrandingThemeBorders":{"t":"o","x":0,"r":["button_border_radius","button_border_weight","buttons_style","input_border_radius","input_border_weight","inputs_style","show_widget_shadow","widget_border_weight","widget_corner_radius"],"p":{
            "button_border_radius":{"t":"n","d":"Button border radius","m":1,"M":10},
            "button_border_weight":{"t":"n","d":"Button border weight","m":0,"M":10},
            "buttons_style":{"t":"s","d":"Buttons style","e":["pill","rounded","sharp"]},
            "input_border_radius":{"t":"n","d":"Input border radius","m":0,"M":10},
            "input_border_weight":{"t":"n","d":"Input border weight","m":0,"M":3},
            "inputs_style":{"t":"s","d":"Inputs style","e":["pill","rounded","sharp"]},
            "show_widget_shadow":{"t":"b","d":"Show widget shadow"},
            "widget_border_weight":{"t":"n","d":"Widget border weight","m":0,"M":10},
            "widget_corner_radius":{"t":"n","d":"Widget corner radius","m":0,"M":50}}},
            "BrandingThemeColors":{"t":"o","x":0,"r":["body_text","error","header","icons","input_background","input_border","input_filled_text","input_labels_placeholders","links_focused_components","primary_button","primary_button_label","secondary_button_border","secondary_button_label","success","widget_background","widget_border"],"p":{
            "base_focus_color":{"t":"s","d":"Base Focus Color","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "base_hover_color":{"t":"s","d":"Base Hover Color","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "body_text":{"t":"s","d":"Body text","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "captcha_widget_theme":{"t":"s","d":"Captcha Widget Theme","e":["auto","dark","light"]},
            "error":{"t":"s","d":"Error","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "header":{"t":"s","d":"Header","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "icons":{"t":"s","d":"Icons","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "input_background":{"t":"s","d":"Input background","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "input_border":{"t":"s","d":"Input border","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "input_filled_text":{"t":"s","d":"Input filled text","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "input_labels_placeholders":{"t":"s","d":"Input labels & placeholders","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "links_focused_components":{"t":"s","d":"Links & focused components","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "primary_button":{"t":"s","d":"Primary button","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "primary_button_label":{"t":"s","d":"Primary button label","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "read_only_background":{"t":"s","d":"Read only background","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "secondary_button_border":{"t":"s","d":"Secondary button border","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "secondary_button_label":{"t":"s","d":"Secondary button label","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "success":{"t":"s","d":"Success","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "widget_background":{"t":"s","d":"Widget background","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "widget_border":{"t":"s","d":"Widget border","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"}}},
            "BrandingThemeFonts":{"t":"o","x":0,"r":["body_text","buttons_text","font_url","input_labels","links","links_style","reference_text_size","subtitle","title"],"p":{
            "body_text":{"t":"o","d":"Body text","x":0,"r":["bold","size"],"p":{"bold":{"t":"b","d":"Body text bold"},"size":{"t":"n","d":"Body text size","m":0,"M":150}}},
            "buttons_text":{"t":"o","d":"Buttons text","x":0,"r":["bold","size"],"p":{"bold":{"t":"b","d":"Buttons text bold"},"size":{"t":"n","d":"Buttons text size","m":0,"M":150}}},
            "font_url":{"t":"s","d":"Font URL","P":"^$|^(?=.)(?!https?:\\/(?:$|[^/]))(?!https?:\\/\\/\\/)(?!https?:[^/])(?:(?:https):(?:(?:\\/\\/(?:[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:]*@)?(?:\\[(?:(?:(?:[\\dA-Fa-f]{1,4}:){6}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|::(?:[\\dA-Fa-f]{1,4}:){5}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:){4}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,1}[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:){3}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,2}[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:){2}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,3}[\\dA-Fa-f]{1,4})?::[\\dA-Fa-f]{1,4}:(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,4}[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,5}[\\dA-Fa-f]{1,4})?::[\\dA-Fa-f]{1,4}|(?:(?:[\\dA-Fa-f]{1,4}:){0,6}[\\dA-Fa-f]{1,4})?::)|v[\\dA-Fa-f]+\\.[\\w-\\.~!\\$&'\\(\\)\\*\\+,;=:]+)\\]|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])|[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=]{1,255})(?::\\d*)?(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*)|\\/(?:[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]+(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*)?|[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]+(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*|(?:\\/\\/\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*)))(?:\\?[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@\\/\\?]*(?=#|$))?(?:#[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@\\/\\?]*)?$"},
            "input_labels":{"t":"o","d":"Input Labels","x":0,"r":["bold","size"],"p":{"bold":{"t":"b","d":"Input Labels bold"},"size":{"t":"n","d":"Input Labels size","m":0,"M":150}}},
            "links":{"t":"o","d":"Links","x":0,"r":["bold","size"],"p":{"bold":{"t":"b","d":"Links bold"},"size":{"t":"n","d":"Links size","m":0,"M":150}}},
            "links_style":{"t":"s","d":"Links style","e":["normal","underlined"]},
            "reference_text_size":{"t":"n","d":"Reference text size","m":12,"M":24},
            "subtitle":{"t":"o","d":"Subtitle","x":0,"r":["bold","size"],"p":{"bold":{"t":"b","d":"Subtitle bold"},"size":{"t":"n","d":"Subtitle size","m":0,"M":150}}},
            "title":{"t":"o","d":"Title","x":0,"r":["bold","size"],"p":{"bold":{"t":"b","d":"Title bold"},"size":{"t":"n","d":"Title size","m":75,"M":150}}}}},
            "BrandingThemePageBackground":{"t":"o","x":0,"r":["background_color","background_image_url","page_layout"],"p":{
            "background_color":{"t":"s","d":"Background color","P":"^#(([0-9a-fA-F]{3}){1,2}|([0-9a-fA-F]{4}){1,2})$"},
            "background_image_url":{"t":"s","d":"Background image url","P":"^$|^(?=.)(?!https?:\\/(?:$|[^/]))(?!https?:\\/\\/\\/)(?!https?:[^/])(?:(?:https):(?:(?:\\/\\/(?:[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:]*@)?(?:\\[(?:(?:(?:[\\dA-Fa-f]{1,4}:){6}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|::(?:[\\dA-Fa-f]{1,4}:){5}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:){4}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,1}[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:){3}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,2}[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:){2}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,3}[\\dA-Fa-f]{1,4})?::[\\dA-Fa-f]{1,4}:(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,4}[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,5}[\\dA-Fa-f]{1,4})?::[\\dA-Fa-f]{1,4}|(?:(?:[\\dA-Fa-f]{1,4}:){0,6}[\\dA-Fa-f]{1,4})?::)|v[\\dA-Fa-f]+\\.[\\w-\\.~!\\$&'\\(\\)\\*\\+,;=:]+)\\]|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])|[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=]{1,255})(?::\\d*)?(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*)|\\/(?:[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]+(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*)?|[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]+(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*|(?:\\/\\/\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*)))(?:\\?[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@\\/\\?]*(?=#|$))?(?:#[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@\\/\\?]*)?$"},
            "page_layout":{"t":"s","d":"Page Layout","e":["center","left","right"]}}},
            "BrandingThemeWidget":{"t":"o","x":0,"r":["header_text_alignment","logo_height","logo_position","logo_url","social_buttons_layout"],"p":{
            "header_text_alignment":{"t":"s","d":"Header text alignment","e":["center","left","right"]},
            "logo_height":{"t":"n","d":"Logo height","m":1,"M":100},
            "logo_position":{"t":"s","d":"Logo position","e":["center","left","none","right"]},
            "logo_url":{"t":"s","d":"Logo url","P":"^$|^(?=.)(?!https?:\\/(?:$|[^/]))(?!https?:\\/\\/\\/)(?!https?:[^/])(?:(?:https):(?:(?:\\/\\/(?:[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:]*@)?(?:\\[(?:(?:(?:[\\dA-Fa-f]{1,4}:){6}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|::(?:[\\dA-Fa-f]{1,4}:){5}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:){4}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,1}[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:){3}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,2}[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:){2}(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,3}[\\dA-Fa-f]{1,4})?::[\\dA-Fa-f]{1,4}:(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,4}[\\dA-Fa-f]{1,4})?::(?:[\\dA-Fa-f]{1,4}:[\\dA-Fa-f]{1,4}|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]))|(?:(?:[\\dA-Fa-f]{1,4}:){0,5}[\\dA-Fa-f]{1,4})?::[\\dA-Fa-f]{1,4}|(?:(?:[\\dA-Fa-f]{1,4}:){0,6}[\\dA-Fa-f]{1,4})?::)|v[\\dA-Fa-f]+\\.[\\w-\\.~!\\$&'\\(\\)\\*\\+,;=:]+)\\]|(?:(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(?:0{0,2}\\d|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])|[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=]{1,255})(?::\\d*)?(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*)|\\/(?:[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]+(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*)?|[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]+(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*|(?:\\/\\/\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*(?:\\/[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@]*)*)))(?:\\?[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@\\/\\?]*(?=#|$))?(?:#[\\w-\\.~%\\dA-Fa-f!\\$&'\\(\\)\\*\\+,;=:@\\/\\?]*)?$"},
            "social_buttons_layout":{"t":"s","d":"Social buttons layout","e":["bottom","top"]}}},
            "PhoneProviderConfiguration":{"t":"o","y":[{"t":"o","x":0,"r":["sid","delivery_methods"],"p":{"default_from":{"t":"s"},"mssid":{"t":"s"},"sid":{"t":"s"},"delivery_methods":{"t":"a","c":1,"a":{"t":"s","e":["text","voice"]}}}},{"t":"o","x":0,"r":["delivery_methods"],"p":{"delivery_methods":{"t":"a","c":1,"a":{"t":"s","e":["text","voice"]}}}}]},
            "PhoneProviderCredentials":{"d":"Provider credentials required to use authenticate to the provider","y":[{"t":"o","x":0,"r":["auth_token"],"p":{"auth_token":{"t":"s","l":1,"L":255}}},{"t":"o","x":0,"p":{}}]},
            "PhoneProviderDeliveryMethodEnum":{"t":"s","d":"The delivery method for the notification","l":1,"L":10,"e":["text","voice"]},
            "PhoneProviderNameEnum":{"t":"s","d":"Name of the phone notification provider","l":1,"L":100,"e":["twilio","custom"]},
            "PhoneTemplateBody":{"t":"o","x":0,"k":1,"p":{
            "text":{"t":"s","d":"Content of the phone template for text notifications","l":1,"L":20000},
            "voice":{"t":"s","d":"Content of the phone template for voice notifications","l":1,"L":20000}}}}
            """##)
}
